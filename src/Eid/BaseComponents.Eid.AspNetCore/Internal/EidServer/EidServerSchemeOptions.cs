using Microsoft.AspNetCore.Authentication;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What the framework wants to know of a scheme. The settings are those of <see cref="EidServerOptions"/>.</summary>
internal sealed class EidServerSchemeOptions : AuthenticationSchemeOptions;
