using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>The header of a token, read before anything else of it: strictly, and refused where it asks for what nobody here grants.</summary>
internal sealed class TokenHeader
{
    private const int Longest = 4096;

    // A key or an address that a token brings along proves nothing; extensions that must be understood are none of ours; a compressed token may swell without end.
    private static readonly string[] Refused = ["crit", "jwk", "jku", "x5u", "zip", "b64"];

    // The framework's decoder would pass over blanks and padding.
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly JsonElement _members;

    private TokenHeader(string part, JsonElement members) => (Part, _members) = (part, members);

    /// <summary>As it stood in the token.</summary>
    public string Part { get; }

    public string? Algorithm => Text("alg");

    public string? Encryption => Text("enc");

    public string? KeyId => Text("kid");

    public string? Type => Text("typ");

    /// <summary>The sender's key of this message, for ECDH-ES.</summary>
    public JsonElement? EphemeralKey => _members.TryGetProperty("epk", out var key) ? key : null;

    /// <summary>Whether optional members of the key agreement stand here.</summary>
    public (string? PartyU, string? PartyV) Parties => (Text("apu"), Text("apv"));

    /// <exception cref="LoginFailure">It cannot be read, or asks for what is refused.</exception>
    public static TokenHeader Read(ReadOnlySpan<char> part)
    {
        if (part.Length is 0 or > Longest)
            throw Failure("token-header-unreadable");
        var members = Parse(part);
        if (members.ValueKind is not JsonValueKind.Object)
            throw Failure("token-header-unreadable");
        foreach (var name in Refused)
            if (members.TryGetProperty(name, out _))
                throw Failure("token-header-refused");
        return new TokenHeader(part.ToString(), members);
    }

    /// <summary>JSON in base64url, with no name twice: two readers of one text must not see two different things.</summary>
    public static JsonElement Parse(ReadOnlySpan<char> part)
    {
        if (part.ContainsAnyExcept(Letters))
            throw Failure("token-unreadable");
        try
        {
            return StrictJson.Parse(Base64Url.DecodeFromChars(part));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            throw Failure("token-unreadable");
        }
    }

    private string? Text(string name) => _members.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static LoginFailure Failure(string reason) => new(EidLoginOutcome.Rejected, reason);
}
