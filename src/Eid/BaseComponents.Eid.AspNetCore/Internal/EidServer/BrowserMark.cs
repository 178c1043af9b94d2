namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>The content of a cookie: a log-in that this browser began, or by what its starts are counted.</summary>
internal sealed record BrowserMark(string Kind, string Value);
