using System.Diagnostics.CodeAnalysis;
using BaseComponents.Authorities.Internal;

namespace BaseComponents.Authorities.Routing;

/// <summary>The routing service's own number of an area. It says nothing about where the area lies.</summary>
/// <remarks>Gebiets-ID.</remarks>
public readonly record struct AreaId
{
    private const int Longest = 20;
    private readonly string? _digits;

    private AreaId(string digits) => _digits = digits;

    /// <summary>Whether this is <see langword="default"/>: no number at all.</summary>
    public bool IsEmpty => _digits is null;

    /// <summary>Reads a number.</summary>
    /// <param name="text">1 to 20 digits.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static AreaId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var id) ? id : throw new FormatException($"{KeyText.Quote(text)} is no number of an area: 1 to {Longest} digits.");
    }

    /// <summary>Reads a number, or says that the text is none.</summary>
    /// <param name="text">1 to 20 digits.</param>
    /// <param name="id">The number.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out AreaId id)
    {
        var isNumber = text is { Length: > 0 and <= Longest } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
        id = isNumber ? new AreaId(text!) : default;
        return isNumber;
    }

    /// <summary>The digits; nothing for <see langword="default"/>.</summary>
    public override string ToString() => _digits ?? "";
}
