using System.Text.Json.Serialization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Identifies an authority's entry in the directory of the administration's services: three letters for the category of organisation, then digits,
/// such as <c>wgb010540880000</c>. Reading is tolerant, since the directory's own rules are not public.
/// </summary>
/// <remarks>Schlüssel des DVDV (Deutsches Verwaltungsdiensteverzeichnis). What is confirmed: docs/standards.md, Authorities, "Unconfirmed".</remarks>
[JsonConverter(typeof(KeyJsonConverter<ServiceConnectionKey>))]
public readonly partial record struct ServiceConnectionKey
{
    /// <summary>The category whose keys are a municipality key: registration offices.</summary>
    /// <remarks>Meldebehörden; the historic form.</remarks>
    public const string MunicipalityCategory = "ags";

    private const int CategoryLength = 3;
    private const int FewestDigits = 8;
    private const int MostDigits = 12;
    private const string Rule = "A service connection key (DVDV) has three letters and 8 to 12 digits, such as wgb010540880000.";
    private readonly long _number;
    private readonly ushort _category;
    private readonly byte _digits;

    private ServiceConnectionKey(ushort category, long number, int digits) => (_category, _number, _digits) = (category, number, (byte)digits);

    /// <summary>Whether this is <see langword="default"/>: no key at all. No service accepts it.</summary>
    public bool IsEmpty => _digits == 0;

    /// <summary>The category of organisation: three small letters; nothing for the empty key.</summary>
    /// <remarks>Organisationskategorie, Präfix.</remarks>
    public string Category => ToString() is { Length: > 0 } text ? text[..CategoryLength] : "";

    /// <summary>The municipality of a key of the category <c>ags</c>; none of other categories, whose digits nobody explains in public.</summary>
    public MunicipalityKey? Municipality =>
        Category == MunicipalityCategory && MunicipalityKey.TryParse(ToString()[CategoryLength..], out var municipality) ? municipality : null;

    /// <summary>Reads a key, or says that the text is none.</summary>
    /// <param name="text">Three letters, capitals or not, and 8 to 12 digits.</param>
    /// <param name="result">The key.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ServiceConnectionKey result)
    {
        result = default;
        var bare = KeyText.Bare(text, "");
        if (bare.Length is < CategoryLength + FewestDigits or > CategoryLength + MostDigits)
            return false;
        ushort category = 0;
        foreach (var letter in bare[..CategoryLength])
        {
            if (!char.IsAsciiLetter(letter))
                return false;
            category = (ushort)((category * 26) + ((letter | 0x20) - 'a'));
        }

        if (!KeyText.TryReadDigits(bare[CategoryLength..], out var number))
            return false;
        result = new ServiceConnectionKey(category, number, bare.Length - CategoryLength);
        return true;
    }

    /// <summary>Compares by category, then by the digits.</summary>
    public int CompareTo(ServiceConnectionKey other) =>
        (_category, _digits, _number).CompareTo((other._category, other._digits, other._number));

    /// <summary>The letters, small, and the digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => KeyWriting.ToString(this);

    /// <summary>The key as text.</summary>
    /// <param name="format"><c>G</c> or nothing: letters and digits.</param>
    /// <param name="formatProvider">Not used: keys look alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => KeyWriting.ToString(this, format);

    int IWrittenKey.Write(char form, Span<char> buffer)
    {
        if (form != 'G')
            return 0;
        buffer[0] = (char)('a' + (_category / 26 / 26));
        buffer[1] = (char)('a' + (_category / 26 % 26));
        buffer[2] = (char)('a' + (_category % 26));
        KeyWriting.Digits(_number, buffer.Slice(CategoryLength, _digits));
        return CategoryLength + _digits;
    }
}
