using System.Text.Json.Serialization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>
/// Identifies a public service in the national service catalogue: 14 digits that begin with 99, then three digits each for group,
/// object, activity and detail. In order, a service object stands before its activities, and an activity before its details.
/// </summary>
/// <remarks>Leistungsschlüssel (LeiKa-Schlüssel, LeiKa-ID). Source: docs/standards.md, Authorities, "Service keys".</remarks>
[JsonConverter(typeof(KeyJsonConverter<LeikaKey>))]
public readonly partial record struct LeikaKey
{
    /// <summary>What stands before the digits when the key is written as a URN.</summary>
    public const string UrnPrefix = "urn:de:fim:leika:leistung:";

    private const int Length = 14;
    private const string Rule = "A service key (LeiKa) has 14 digits and begins with 99, such as 99102013104000; spaces and the prefix " + UrnPrefix + " are allowed.";
    private readonly long _value;

    private LeikaKey(long value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no key at all. No service accepts it.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>The 14 digits as a number.</summary>
    internal long Number => _value;

    /// <summary>Field of administration (digits 3 to 5).</summary>
    /// <remarks>Leistungsgruppierung.</remarks>
    public int Group => (int)(_value / 1_000_000_000 % 1000);

    /// <summary>What the service is about (digits 6 to 8).</summary>
    /// <remarks>Leistungskennung.</remarks>
    public int Subject => (int)(_value / 1_000_000 % 1000);

    /// <summary>What is done with it, such as registration (digits 9 to 11); 0 for the object as a whole.</summary>
    /// <remarks>Verrichtung.</remarks>
    public int Activity => (int)(_value / 1000 % 1000);

    /// <summary>A special case of the activity (digits 12 to 14); 0 for the activity as a whole.</summary>
    /// <remarks>Verrichtungsdetail.</remarks>
    public int Detail => (int)(_value % 1000);

    /// <summary>Whether the key names a subject, an activity of it or a detail of that.</summary>
    /// <exception cref="InvalidOperationException">The key is empty.</exception>
    /// <remarks>Leistungsobjekt (LO), mit Verrichtung (LOV), mit Verrichtung und Detail (LOVD).</remarks>
    public LeikaKeyKind Kind => this switch
    {
        { IsEmpty: true } => throw new InvalidOperationException("This service key is empty: it was never set."),
        { Detail: not 0 } => LeikaKeyKind.Detail,
        { Activity: not 0 } => LeikaKeyKind.Activity,
        _ => LeikaKeyKind.Subject,
    };

    /// <summary>The key of the object, without activity and detail: the key itself if it has neither.</summary>
    /// <remarks>Leistungsobjekt.</remarks>
    public LeikaKey ServiceObject => new(_value - (_value % 1_000_000));

    /// <summary>The key this one is a case of: the activity of a detail, the object of an activity; none of an object.</summary>
    public LeikaKey? Parent => this switch
    {
        { Detail: not 0, Activity: not 0 } => new LeikaKey(_value - Detail),
        _ when this == ServiceObject => null,
        _ => ServiceObject,
    };

    /// <summary>Whether the other key is this one or a case of it.</summary>
    public bool Contains(LeikaKey other) => !IsEmpty && (this == other || this == other.ServiceObject || (Detail == 0 && this == other.Parent));

    /// <summary>Reads a key, or says that the text is none.</summary>
    /// <param name="text">14 digits; spaces between them and the URN prefix are allowed.</param>
    /// <param name="result">The key.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out LeikaKey result)
    {
        Span<char> digits = stackalloc char[Length];
        var valid = TryDropSpaces(KeyText.Bare(text, UrnPrefix), digits) & KeyText.TryReadDigits(digits, out var value) && value / 1_000_000_000_000 == 99;
        result = valid ? new LeikaKey(value) : default;
        return valid;
    }

    /// <summary>Compares by the digits: what a key contains stands directly behind it.</summary>
    public int CompareTo(LeikaKey other) => _value.CompareTo(other._value);

    /// <summary>The 14 digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => KeyWriting.ToString(this);

    /// <summary>The key as text.</summary>
    /// <param name="format"><c>G</c> or nothing: 14 digits. <c>S</c>: in groups, as people write it. <c>U</c>: as a URN.</param>
    /// <param name="formatProvider">Not used: keys look alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => KeyWriting.ToString(this, format);

    int IWrittenKey.Write(char form, Span<char> buffer)
    {
        switch (form)
        {
            case 'G':
                KeyWriting.Digits(_value, buffer[..Length]);
                return Length;
            case 'S':
                return WriteGroups(buffer);
            case 'U':
                UrnPrefix.CopyTo(buffer);
                KeyWriting.Digits(_value, buffer.Slice(UrnPrefix.Length, Length));
                return UrnPrefix.Length + Length;
            default:
                return 0;
        }
    }

    private int WriteGroups(Span<char> buffer)
    {
        const int written = Length + 4;
        buffer[..written].Fill(' ');
        KeyWriting.Digits(99, buffer[..2]);
        KeyWriting.Digits(Group, buffer[3..6]);
        KeyWriting.Digits(Subject, buffer[7..10]);
        KeyWriting.Digits(Activity, buffer[11..14]);
        KeyWriting.Digits(Detail, buffer[15..18]);
        return written;
    }

    /// <summary>The key of a number with 14 digits that begin with 99.</summary>
    internal static LeikaKey OfNumber(long number) => new(number);

    private static bool TryDropSpaces(ReadOnlySpan<char> text, Span<char> digits)
    {
        var count = 0;
        foreach (var character in text)
        {
            if (character is ' ' or '\u00A0')
                continue;
            if (count == digits.Length)
                return false;
            digits[count++] = character;
        }

        return count == digits.Length;
    }
}
