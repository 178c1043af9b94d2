namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>All log-ins over SAML of this process together; it has no settings of its own and exists to be checked when the host starts.</summary>
internal sealed class SamlTenants;
