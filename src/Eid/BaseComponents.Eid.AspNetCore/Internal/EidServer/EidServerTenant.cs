namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>A log-in with the identity card among all log-ins of this process.</summary>
/// <param name="Scheme">Its name.</param>
/// <param name="Options">Its settings as they are now.</param>
internal sealed record EidServerTenant(string Scheme, Func<EidServerOptions> Options);

/// <summary>All of them together; it has no settings of its own and exists to be checked when the host starts.</summary>
internal sealed class EidServerTenants;
