using System.Text.Json.Serialization;

namespace BaseComponents.Eid.AspNetCore.Internal.EidServer;

/// <summary>What a log-in is to lead to: stands in the address that begins it, on this device or on another. Its names are short for the sake of the QR code.</summary>
/// <param name="Level">What is demanded.</param>
/// <param name="ReturnUrl">Where the citizen goes afterwards.</param>
/// <param name="OtherReturnUrl">Where the citizen goes afterwards on another device, if not to the same page.</param>
/// <param name="ExpiresAt">Until when it may be begun.</param>
internal sealed record StartTicket(
    [property: JsonPropertyName("l")] AssuranceLevel Level,
    [property: JsonPropertyName("r")] string ReturnUrl,
    [property: JsonPropertyName("o"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OtherReturnUrl,
    [property: JsonPropertyName("e")] DateTimeOffset ExpiresAt);

/// <summary>A log-in that one browser began: stands in the address that the AusweisApp fetches.</summary>
/// <param name="Handle">What the browser holds in a cookie.</param>
/// <param name="Browser">By what starts of one browser are counted.</param>
/// <param name="Level">What is demanded.</param>
/// <param name="ReturnUrl">Where the citizen goes afterwards.</param>
/// <param name="OtherReturnUrl">Where the citizen goes afterwards on another device, if not to the same page.</param>
/// <param name="ExpiresAt">Until when the AusweisApp may fetch it.</param>
internal sealed record LaunchTicket(
    [property: JsonPropertyName("h")] string Handle,
    [property: JsonPropertyName("b")] string Browser,
    [property: JsonPropertyName("l")] AssuranceLevel Level,
    [property: JsonPropertyName("r")] string ReturnUrl,
    [property: JsonPropertyName("o"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? OtherReturnUrl,
    [property: JsonPropertyName("e")] DateTimeOffset ExpiresAt);

/// <summary>The way back: stands in the address that the AusweisApp sends its browser to, and that nobody else has seen before.</summary>
/// <param name="Handle">The log-in of which browser it is.</param>
/// <param name="Session">Under what the session lies in the store; null where none was opened.</param>
/// <param name="Refusal">Why none was opened.</param>
internal sealed record ReturnTicket(string Handle, string? Session, StartRefusal Refusal = StartRefusal.None);

/// <summary>Why no session was opened at the eID-Server.</summary>
internal enum StartRefusal
{
    None,
    UsedBefore,
    TooOld,
    BrowserTooOften,
    TooMany,
    ServerBusy,
    ServerFault,
    NoServerAddress,
}
