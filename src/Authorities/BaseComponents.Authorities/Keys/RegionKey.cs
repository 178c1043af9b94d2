using System.Text.Json.Serialization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Identifies an area of public administration by 2, 3, 5, 9 or 12 digits: state, government region, district, association, municipality.
/// Twelve zeros stand for the federation. In order, an area stands before the areas within it, and these together.
/// </summary>
/// <remarks>
/// Amtlicher Regionalschlüssel (ARS, RS). Source: code list urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs of the Federal
/// Statistical Office.
/// </remarks>
[JsonConverter(typeof(KeyJsonConverter<RegionKey>))]
public readonly partial record struct RegionKey
{
    /// <summary>What stands before the digits when the key is written as a URN.</summary>
    public const string UrnPrefix = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:";

    private const int FullLength = 12;
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

    /// <summary>
    /// Whether the municipality stands for itself or belongs to an association, by the digits of its key alone; none for other areas, states
    /// that are one municipality included.
    /// </summary>
    public AssociationMembership? Membership => (_length, _value / 1000 % 10_000, _value % 1000) switch
    {
        (not FullLength, _, _) => null,
        (_, 0, 0) => Shortest._length == 5 ? AssociationMembership.UrbanDistrict : null,
        var (_, association, own) when association == own => AssociationMembership.Independent,
        (_, >= 5000 and < 6000, _) => AssociationMembership.Member,
        (_, >= 9000, _) => AssociationMembership.Unincorporated,
        _ => AssociationMembership.Unknown,
    };

    /// <summary>The next larger area, the association only where there is one; none for the federation and the empty key.</summary>
    public RegionKey? Parent
    {
        get
        {
            if (IsEmpty || this == Federation)
                return null;
            return Above(Association) ?? Above(District) ?? Above(GovernmentRegion) ?? Above(State) ?? Federation;
        }
    }

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

    /// <summary>The area as a number: the same for every way to write its key. The federation is 0.</summary>
    internal long AreaNumber => Completed.PaddedValue;

    // A member's association has its own number (5...); 0... repeats the municipality's number, 9... is an area without a municipality.
    private bool IsMembership => _value / 1000 % 10 == 5;

    private long PaddedValue => _value * PowerOfTen(FullLength - _length);

    /// <summary>Reads a key, or says that the text is none.</summary>
    /// <param name="text">2, 3, 5, 9 or 12 digits; the URN prefix is allowed.</param>
    /// <param name="result">The key.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out RegionKey result)
    {
        result = default;
        var digits = KeyText.Bare(text, UrnPrefix);
        if (digits.Length is not (2 or 3 or 5 or 9 or FullLength) || !KeyText.TryReadDigits(digits, out var value))
            return false;
        var isFederation = value == 0 && digits.Length == FullLength;
        if (!isFederation && value / PowerOfTen(digits.Length - 2) is < 1 or > 16)
            return false;
        result = new RegionKey(value, digits.Length);
        return true;
    }

    /// <summary>
    /// Compares by the digits from the left: an area stands before the areas within it, and these before the next area. Of two keys of the same
    /// area the shorter one stands first.
    /// </summary>
    public int CompareTo(RegionKey other) => (PaddedValue, _length).CompareTo((other.PaddedValue, other._length));

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
        for (var area = Parent; area is { } found; area = found.Parent)
            yield return found;
    }

    /// <summary>The digits as they were given; nothing for <see langword="default"/>.</summary>
    public override string ToString() => KeyWriting.ToString(this);

    /// <summary>The key as text.</summary>
    /// <param name="format"><c>G</c> or nothing: the digits. <c>P</c>: filled with zeros to 12 digits. <c>U</c>: as a URN.</param>
    /// <param name="formatProvider">Not used: keys look alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => KeyWriting.ToString(this, format);

    internal static RegionKey Of(long value, int length) => new(value, length);

    /// <summary>The shortest key of the area with this number.</summary>
    /// <exception cref="InvalidDataException">It is the number of no area.</exception>
    internal static RegionKey OfArea(long number) => number == 0 || (number < PowerOfTen(FullLength) && number / PowerOfTen(FullLength - 2) is >= 1 and <= 16)
        ? new RegionKey(number, FullLength).Shortest
        : throw new InvalidDataException("A region key is none.");

    int IWrittenKey.Write(char form, Span<char> buffer)
    {
        switch (form)
        {
            case 'G':
                KeyWriting.Digits(_value, buffer[.._length]);
                return _length;
            case 'P':
                KeyWriting.Digits(PaddedValue, buffer[..FullLength]);
                return FullLength;
            case 'U':
                UrnPrefix.CopyTo(buffer);
                KeyWriting.Digits(_value, buffer.Slice(UrnPrefix.Length, _length));
                return UrnPrefix.Length + _length;
            default:
                return 0;
        }
    }

    private RegionKey? Above(RegionKey? area) => area is { } found && found._length < _length ? area : null;

    private RegionKey? Cut(int length) => _length < length || _value == 0 ? null : new RegionKey(_value / PowerOfTen(_length - length), length);

    private static long PowerOfTen(int exponent) =>
        ((ReadOnlySpan<long>)[1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000])[exponent];
}
