using System.Diagnostics.CodeAnalysis;
using BaseComponents.Eid.Internal;

namespace BaseComponents.Eid;

/// <summary>A date of which parts may be unknown. Every digit the service gave is kept.</summary>
/// <remarks>GeneralDateType (BSI TR-03130), whose DateString has blanks where digits are unknown: <c>"1964    "</c>.</remarks>
public readonly record struct PartialDate
{
    private readonly string? _digits;

    internal PartialDate(string digits) => _digits = digits;

    /// <summary>A wholly known date.</summary>
    /// <param name="date">The date.</param>
    public PartialDate(DateOnly date) => _digits = date.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Year, when all its digits are known.</summary>
    public int? Year => PartialDateText.Number(Digits.AsSpan(0, 4));

    /// <summary>Month (1 to 12), when known.</summary>
    public int? Month => PartialDateText.Number(Digits.AsSpan(4, 2));

    /// <summary>Day of the month (1 to 31), when known.</summary>
    public int? Day => PartialDateText.Number(Digits.AsSpan(6, 2));

    /// <summary>Whether year, month and day are known.</summary>
    public bool IsComplete => Year is not null && Month is not null && Day is not null;

    private string Digits => _digits ?? PartialDateText.Unknown;

    /// <summary>The date, when all of it is known.</summary>
    /// <param name="date">The date.</param>
    public bool TryGetDate(out DateOnly date)
    {
        date = default;
        if (Year is not { } year || Month is not { } month || Day is not { } day)
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Whether somebody born on this date has reached an age; null when the unknown parts decide it.</summary>
    /// <param name="years">Age in whole years.</param>
    /// <param name="on">The day asked for, in the time zone where law counts (Europe/Berlin).</param>
    /// <remarks>Whoever is born on 29 February reaches an age on 1 March of a common year (sections 187 and 188 BGB).</remarks>
    public bool? HasReachedAge(int years, DateOnly on) => PartialDateAge.HasReached(this, years, on);

    /// <summary>ISO 8601: <c>1964-08-12</c>, <c>1964-08</c> or <c>1964</c>; where that cannot say it, with an X for each unknown digit (ISO 8601-2): <c>XXXX-08-12</c>.</summary>
    public string ToIsoText() => PartialDateText.ToIso(Digits);

    /// <summary>Eight characters, a blank for each unknown digit: <c>"1964    "</c>.</summary>
    /// <remarks>DateString (BSI TR-03130)</remarks>
    public string ToDateString() => Digits;

    /// <summary>Reads ISO 8601 with unknown parts, the eight characters of TR-03130, and the year 0000 of OpenID Connect (year withheld).</summary>
    /// <param name="text">Such as <c>1964-08</c> or <c>"196408  "</c>. Blanks count.</param>
    /// <exception cref="FormatException">Not a date. The message does not repeat the text.</exception>
    public static PartialDate Parse(string text) => TryParse(text, out var date)
        ? date
        : throw new FormatException("Not a date in the form 1964-08-12, 1964-08, 1964 or 19640812 with blanks for unknown digits.");

    /// <summary>As <see cref="Parse"/>, without an exception.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="date">The date read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out PartialDate date)
    {
        var digits = PartialDateText.Read(text);
        date = digits is null ? default : new PartialDate(digits);
        return digits is not null;
    }

    /// <inheritdoc/>
    public bool Equals(PartialDate other) => string.Equals(Digits, other.Digits, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Digits);

    /// <summary>The name of the type: a date of birth stays out of logs. Use <see cref="ToIsoText"/>.</summary>
    public override string ToString() => nameof(PartialDate);
}
