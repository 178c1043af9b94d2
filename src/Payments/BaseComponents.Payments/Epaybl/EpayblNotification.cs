using System.Security.Cryptography;
using System.Text;

namespace BaseComponents.Payments.Epaybl;

/// <summary>
/// The service's message that something happened with a Kassenzeichen, with its values as they came. Even an authentic one is only a reason to
/// ask the service: the hash joins its fields without separators, so other fields can have the same hash.
/// </summary>
/// <remarks>German: Benachrichtigung (notifyUrl). The rule of the hash comes from one integrator.</remarks>
public sealed record EpayblNotification
{
    private const int MaxLength = 300;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] Names = ["mandant", "bewirtschafter", "zvgid", "kassenzeichen", "tan", "zvp", "zahlverfahren", "aktivierung", "status", "hash"];

    private readonly string[] _values;

    private EpayblNotification(string[] values) => _values = values;

    /// <summary>Whose claim it is.</summary>
    public string Mandant => _values[0];

    /// <summary>The office.</summary>
    public string Bewirtschafter => _values[1];

    /// <summary>The Kassenzeichen.</summary>
    public string Kassenzeichen => _values[3];

    /// <summary>How was paid.</summary>
    public EpayblPaymentMethod Method => new(_values[6]);

    /// <summary>What happened, in the service's word.</summary>
    public string Status => _values[8];

    /// <summary>Whether it says nothing and is only to be acknowledged: status <c>notify</c>.</summary>
    public bool SaysNothing => Status == "notify";

    /// <summary>Takes the decoded values of a query or form; null when it is no notification: a field twice or too long, or no Kassenzeichen or hash.</summary>
    public static EpayblNotification? TryRead(IEnumerable<KeyValuePair<string, string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var read = new string?[Names.Length];
        foreach (var (name, value) in values)
        {
            var field = Array.IndexOf(Names, name);
            if (field < 0)
                continue;
            if (read[field] is not null || value is null or { Length: > MaxLength } || value.Any(char.IsControl))
                return null;
            read[field] = value;
        }

        // A field that is missing is an empty one to the hash.
        return read[3] is { Length: > 0 } && read[^1] is { Length: > 0 } ? new EpayblNotification([.. read.Select(static value => value ?? "")]) : null;
    }

    /// <summary>Whether it is for this office, and made by whoever knows the secret. Takes the same time wherever the hash differs.</summary>
    public bool IsAuthentic(string mandant, string bewirtschafter, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(mandant);
        ArgumentException.ThrowIfNullOrEmpty(bewirtschafter);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var isSigned = TryHash(_values[..^1], secret) is { } hash
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(_values[^1]));
        return isSigned && Mandant == mandant && Bewirtschafter == bewirtschafter;
    }

    /// <summary>The hash that belongs to these values, for tests of an application: 64 small hexadecimal digits.</summary>
    /// <exception cref="ArgumentException">A value holds half of a character.</exception>
    public static string HashOf(IReadOnlyDictionary<string, string> values, string secret)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentException.ThrowIfNullOrEmpty(secret);
        return TryHash([.. Names.SkipLast(1).Select(name => values.GetValueOrDefault(name, ""))], secret)
            ?? throw new ArgumentException("A value holds half of a character.", nameof(values));
    }

    /// <summary>Kassenzeichen and status only: the hash is a credential, and records print themselves into logs.</summary>
    public override string ToString() => $"{nameof(EpayblNotification)} {{ Kassenzeichen = {Kassenzeichen}, Status = {Status} }}";

    private static string? TryHash(string[] values, string secret)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(string.Concat(values) + secret)));
        }
        catch (EncoderFallbackException)
        {
            // Half of a character has no bytes, so nobody can have hashed it.
            return null;
        }
    }
}
