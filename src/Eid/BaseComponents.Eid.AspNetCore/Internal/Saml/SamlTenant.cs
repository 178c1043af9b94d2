namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>A log-in over SAML among all those of this process.</summary>
/// <param name="Scheme">Its name.</param>
/// <param name="Options">Its settings as they are now.</param>
internal sealed record SamlTenant(string Scheme, Func<EidSamlOptions> Options);
