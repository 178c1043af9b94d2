using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Identifies an area of public administration by 2, 3, 5, 9 or 12 digits: state, government region, district, association, municipality.
/// Twelve zeros stand for the federation.
/// </summary>
/// <remarks>
/// Amtlicher Regionalschlüssel (ARS, RS). Source: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs of the Federal
/// Statistical Office.
/// </remarks>
public readonly record struct RegionKey : ISpanParsable<RegionKey>, ISpanFormattable
{
    /// <summary>What stands before the digits when the key is written as a URN.</summary>
    public const string UrnPrefix = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";

    private const int FullLength = 12;
    private static readonly long[] PowersOfTen = [.. Enumerable.Range(0, FullLength + 1).Select(exponent => (long)Math.Pow(10, exponent))];
    private const string Rule = "A region key (ARS) has 2, 3, 5, 9 or 12 digits and begins with the state, 01 to 16, such as 145220180180; twelve zeros are the federation.";
    private readonly long _value;
    private readonly byte _length;

    private RegionKey(long value, int length)
    {
        _value = value;
        _length = (byte)length;
    }

    /// <summary>The federation: twelve zeros.</summary>
    public static RegionKey Federation => new(0, FullLength);

    /// <summary>Whether this is <see langword="default"/>: no key at all. No service accepts it.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>The tier, by the number of digits given.</summary>
    /// <exception cref="InvalidOperationException">The key is empty.</exception>
    public RegionLevel Level => _length switch
    {
        2 => RegionLevel.State,
        3 => RegionLevel.GovernmentRegion,
        5 => RegionLevel.District,
        9 => RegionLevel.Association,
        FullLength => _value == 0 ? RegionLevel.Federation : RegionLevel.Municipality,
        _ => throw new InvalidOperationException("This region key is empty: it was never set."),
    };

    /// <summary>The state the area lies in; none for the federation.</summary>
    public RegionKey? State => Cut(2);

    /// <summary>The district the area lies in; none above the district.</summary>
    public RegionKey? District => Cut(5);

    /// <summary>The government region the area lies in; none in states that have no such tier (third digit 0).</summary>
    public RegionKey? GovernmentRegion => Cut(3) is { } cut && cut._value % 10 != 0 ? cut : null;

    /// <summary>The association the municipality belongs to; none for a municipality on its own (its ninth digits repeat its own number).</summary>
    public RegionKey? Association => Cut(9) is { } cut && cut.IsMembership ? cut : null;

    /// <summary>The same municipality by its shorter key; none for other areas.</summary>
    public MunicipalityKey? Municipality =>
        !IsEmpty && Level == RegionLevel.Municipality ? new MunicipalityKey((int)((_value / 10_000_000 * 1000) + (_value % 1000))) : null;

    /// <summary>
    /// The shortest key of the same area: zeros that only fill up to 12 digits are cut, so 145220000000 becomes 14522. An urban district
    /// becomes its five digits, since town and district are one area.
    /// </summary>
    public RegionKey Shortest
    {
        get
        {
            var key = this;
            foreach (var length in (ReadOnlySpan<int>)[9, 5, 3, 2])
            {
                if (key.Cut(length) is { } shorter && shorter._length < key._length && shorter.PaddedValue == PaddedValue)
                    key = shorter;
            }

            return key;
        }
    }

    /// <summary>
    /// The municipality that nine digits stand for when it belongs to no association (145220180 is 145220180180); any other key as it is.
    /// </summary>
    internal RegionKey Completed =>
        _length == 9 && _value / 1000 % 10 == 0 && _value % 1000 != 0 ? new RegionKey((_value * 1000) + (_value % 1000), FullLength) : this;

    // A member's association has its own number (5...); 0... repeats the municipality's number, 9... is an area without a municipality.
    private bool IsMembership => _value / 1000 % 10 == 5;

    private long PaddedValue => _value * PowersOfTen[FullLength - _length];

    /// <summary>Reads a key.</summary>
    /// <param name="text">2, 3, 5, 9 or 12 digits; the URN prefix is allowed.</param>
    /// <exception cref="FormatException">The text is no region key; the message says what one looks like.</exception>
    public static RegionKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(text.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static RegionKey Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"{KeyText.Quote(text)} is not a region key. {Rule}");

    /// <summary>Reads a key, or says that the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegionKey result) => TryParse(text.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out RegionKey)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out RegionKey result)
    {
        result = default;
        if (text.Length > KeyText.Longest)
            return false;
        var digits = text.Trim();
        if (digits.StartsWith(UrnPrefix, StringComparison.OrdinalIgnoreCase))
            digits = digits[UrnPrefix.Length..];
        if (digits.Length is not (2 or 3 or 5 or 9 or FullLength) || !KeyText.TryReadDigits(digits, out var value))
            return false;
        var isFederation = value == 0 && digits.Length == FullLength;
        if (!isFederation && value / PowersOfTen[digits.Length - 2] is < 1 or > 16)
            return false;
        result = new RegionKey(value, digits.Length);
        return true;
    }

    /// <summary>Whether the other area lies within this one, or is the same.</summary>
    public bool Contains(RegionKey other)
    {
        if (IsEmpty || other.IsEmpty)
            return false;
        var area = Shortest;
        return area == Federation || (area._length <= other._length && other.Cut(area._length) == area);
    }

    /// <summary>The areas around this one, from the next larger to the federation; associations only where there is one.</summary>
    public IEnumerable<RegionKey> Ancestors()
    {
        foreach (var candidate in new[] { Association, District, GovernmentRegion, State, Federation })
        {
            if (!IsEmpty && candidate is { } area && area.Level > Level)
                yield return area;
        }
    }

    /// <summary>The digits as they were given; nothing for <see langword="default"/>.</summary>
    public override string ToString() => IsEmpty ? "" : _value.ToString(CultureInfo.InvariantCulture).PadLeft(_length, '0');

    /// <summary>The key as text.</summary>
    /// <param name="format"><c>G</c> or nothing: the digits. <c>P</c>: filled with zeros to 12 digits. <c>U</c>: as a URN.</param>
    /// <param name="formatProvider">Not used: keys look alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" or "g" => ToString(),
        _ when IsEmpty => "",
        "P" or "p" => ToString().PadRight(FullLength, '0'),
        "U" or "u" => UrnPrefix + ToString(),
        _ => throw KeyText.UnknownFormat(format, "G, P, U"),
    };

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        KeyText.TryWrite(ToString(format.ToString(), provider), destination, out charsWritten);

    static RegionKey IParsable<RegionKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static RegionKey ISpanParsable<RegionKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<RegionKey>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionKey result) => TryParse(s, out result);

    static bool ISpanParsable<RegionKey>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RegionKey result) => TryParse(s, out result);

    private RegionKey? Cut(int length) => _length < length || _value == 0 ? null : new RegionKey(_value / PowersOfTen[_length - length], length);

}
