namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>A session at the eID-Server that waits for its browser. It lies in the store, sealed, and never travels.</summary>
/// <param name="Handle">The log-in it belongs to.</param>
/// <param name="Level">What is demanded.</param>
/// <param name="ReturnUrl">Where the citizen goes afterwards.</param>
/// <param name="Server">What the eID-Server knows it by.</param>
internal sealed record PendingSession(string Handle, AssuranceLevel Level, string ReturnUrl, byte[] Server);
