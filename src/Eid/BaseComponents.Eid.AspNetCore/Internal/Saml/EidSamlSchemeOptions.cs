using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Eid.AspNetCore.Internal.Saml;

/// <summary>What the framework wants to know of a scheme. The settings are those of <see cref="EidSamlOptions"/>.</summary>
internal sealed class EidSamlSchemeOptions : AuthenticationSchemeOptions;
