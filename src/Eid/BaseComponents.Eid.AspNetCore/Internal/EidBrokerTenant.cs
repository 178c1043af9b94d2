namespace BaseComponents.Eid.AspNetCore.Internal;

/// <summary>A log-in over a broker among all log-ins of this process.</summary>
/// <param name="Scheme">Its name.</param>
/// <param name="Options">Its settings as they are now.</param>
internal sealed record EidBrokerTenant(string Scheme, Func<EidBrokerOptions> Options);
