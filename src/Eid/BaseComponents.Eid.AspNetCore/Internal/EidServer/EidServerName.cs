namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>That there is a log-in with this name.</summary>
internal sealed record EidServerName(string Scheme);
