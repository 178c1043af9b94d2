using System.Text.Json.Serialization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Identifies a municipality: eight digits for state, government region, district and municipality. It does not name the association, so a
/// <see cref="RegionKey"/> cannot be computed from it; the region list is needed for that. The other way round see <see cref="RegionKey.Municipality"/>.
/// </summary>
/// <remarks>Amtlicher Gemeindeschlüssel (AGS). Source: Gemeindeverzeichnis of the Federal Statistical Office.</remarks>
[JsonConverter(typeof(KeyJsonConverter<MunicipalityKey>))]
public readonly partial record struct MunicipalityKey
{
    /// <summary>What stands before the digits when the key is written as a URN.</summary>
    public const string UrnPrefix = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags:";

    private const int Length = 8;
    private const string Rule = "A municipality key (AGS) has eight digits and begins with the state, 01 to 16, such as 14522180; the prefix " + UrnPrefix + " is allowed.";
    private readonly int _value;

    internal MunicipalityKey(int value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no key at all. No service accepts it.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>The district the municipality lies in, or that it is itself; none for the empty key.</summary>
    public RegionKey? District => IsEmpty ? null : RegionKey.Of(_value / 1000, 5);

    /// <summary>The state the municipality lies in; none for the empty key.</summary>
    public RegionKey? State => IsEmpty ? null : RegionKey.Of(_value / 1_000_000, 2);

    /// <summary>Reads a key, or says that the text is none.</summary>
    /// <param name="text">Eight digits; the URN prefix is allowed.</param>
    /// <param name="result">The key.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out MunicipalityKey result)
    {
        var digits = KeyText.Bare(text, UrnPrefix);
        var valid = KeyText.TryReadDigits(digits, out var value) && digits.Length == Length && value / 1_000_000 is >= 1 and <= 16;
        result = valid ? new MunicipalityKey((int)value) : default;
        return valid;
    }

    /// <summary>Compares by the digits: the municipalities of a district stand together.</summary>
    public int CompareTo(MunicipalityKey other) => _value.CompareTo(other._value);

    /// <summary>The eight digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => KeyWriting.ToString(this);

    /// <summary>The key as text.</summary>
    /// <param name="format"><c>G</c> or nothing: eight digits. <c>U</c>: as a URN.</param>
    /// <param name="formatProvider">Not used: keys look alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => KeyWriting.ToString(this, format);

    int IWrittenKey.Write(char form, Span<char> buffer)
    {
        var prefix = form switch { 'G' => "", 'U' => UrnPrefix, _ => null };
        if (prefix is null)
            return 0;
        prefix.CopyTo(buffer);
        KeyWriting.Digits(_value, buffer.Slice(prefix.Length, Length));
        return prefix.Length + Length;
    }
}
