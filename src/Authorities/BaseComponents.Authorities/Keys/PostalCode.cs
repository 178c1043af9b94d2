using System.Text.Json.Serialization;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Keys;

/// <summary>A German postal code: five digits, 01000 to 99999. One code may cover several municipalities, and the other way round.</summary>
/// <remarks>Postleitzahl (PLZ).</remarks>
[JsonConverter(typeof(KeyJsonConverter<PostalCode>))]
public readonly partial record struct PostalCode
{
    private const int Length = 5;
    private const string Rule = "A postal code has five digits, such as 09599.";
    private readonly int _value;

    private PostalCode(int value) => _value = value;

    /// <summary>Whether this is <see langword="default"/>: no postal code at all. No service accepts it.</summary>
    public bool IsEmpty => _value == 0;

    /// <summary>Reads a postal code, or says that the text is none.</summary>
    /// <param name="text">Five digits.</param>
    /// <param name="result">The code.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out PostalCode result)
    {
        var digits = KeyText.Bare(text, "");
        // No German code begins with 00.
        var valid = KeyText.TryReadDigits(digits, out var value) && digits.Length == Length && value >= 1000;
        result = valid ? new PostalCode((int)value) : default;
        return valid;
    }

    /// <summary>Compares by the digits.</summary>
    public int CompareTo(PostalCode other) => _value.CompareTo(other._value);

    /// <summary>The five digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => KeyWriting.ToString(this);

    /// <summary>The code as text.</summary>
    /// <param name="format"><c>G</c> or nothing: five digits.</param>
    /// <param name="formatProvider">Not used: codes look alike in every language.</param>
    /// <exception cref="FormatException">Another format is asked for.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => KeyWriting.ToString(this, format);

    int IWrittenKey.Write(char form, Span<char> buffer)
    {
        if (form != 'G')
            return 0;
        KeyWriting.Digits(_value, buffer[..Length]);
        return Length;
    }
}
