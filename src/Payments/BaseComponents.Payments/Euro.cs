using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace BaseComponents.Payments;

/// <summary>An amount in euro: exact, whole cents, never negative.</summary>
/// <remarks>
/// German: Betrag in Euro. Whatever would leave whole cents or fall below zero throws instead of rounding or turning into a debt; rounding
/// is asked for by name (<see cref="Rounded"/>, <see cref="TaxAt"/>).
/// </remarks>
public readonly record struct Euro : IComparable<Euro>, ISpanParsable<Euro>, IFormattable,
    IAdditionOperators<Euro, Euro, Euro>, ISubtractionOperators<Euro, Euro, Euro>, IComparisonOperators<Euro, Euro, bool>
{
    private Euro(long cents) => Cents = cents;

    /// <summary>An amount such as <c>12.30m</c>.</summary>
    /// <param name="amount">Euro with at most two decimal places, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or not whole cents.</exception>
    public Euro(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        if (amount != Math.Round(amount, 2))
            throw new ArgumentOutOfRangeException(nameof(amount), "An amount has at most two decimal places. Use Euro.Rounded where rounding is meant.");
        Cents = ToCents(amount);
    }

    /// <summary>No money.</summary>
    public static Euro Zero => default;

    /// <summary>The amount in whole cents.</summary>
    public long Cents { get; }

    /// <summary>The amount in euro with exactly two decimal places.</summary>
    public decimal Amount => new((int)Cents, (int)(Cents >> 32), 0, isNegative: false, scale: 2);

    /// <summary>An amount in cents.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Euro FromCents(long cents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cents);
        return new Euro(cents);
    }

    /// <summary>The amount in whole cents nearest to a value; half a cent is rounded up.</summary>
    /// <remarks>German: kaufmännische Rundung.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static Euro Rounded(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return new Euro(ToCents(Math.Round(value, 2, MidpointRounding.AwayFromZero)));
    }

    /// <summary>The tax on this net amount, rounded once, half a cent up.</summary>
    /// <param name="ratePercent">The tax rate in percent, such as 19 or 5.5.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    public Euro TaxAt(decimal ratePercent) => Rounded(Amount * ratePercent / 100m);

    /// <summary>Adds two amounts.</summary>
    public static Euro operator +(Euro left, Euro right) => new(checked(left.Cents + right.Cents));

    /// <summary>Takes one amount from another.</summary>
    /// <exception cref="OverflowException">The difference would be negative.</exception>
    public static Euro operator -(Euro left, Euro right) => left.Cents >= right.Cents
        ? new Euro(left.Cents - right.Cents)
        : throw new OverflowException("The difference would be negative, and an amount never is.");

    /// <summary>A quantity of the same amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is negative.</exception>
    public static Euro operator *(Euro amount, int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        return new Euro(checked(amount.Cents * quantity));
    }

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Euro left, Euro right) => left.Cents < right.Cents;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Euro left, Euro right) => left.Cents > right.Cents;

    /// <summary>Whether the left amount is not larger.</summary>
    public static bool operator <=(Euro left, Euro right) => left.Cents <= right.Cents;

    /// <summary>Whether the left amount is not smaller.</summary>
    public static bool operator >=(Euro left, Euro right) => left.Cents >= right.Cents;

    /// <summary>The sum of amounts; zero when there are none.</summary>
    public static Euro Sum(IEnumerable<Euro> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return amounts.Aggregate(Zero, static (sum, amount) => sum + amount);
    }

    /// <inheritdoc/>
    public int CompareTo(Euro other) => Cents.CompareTo(other.Cents);

    /// <summary>Reads an amount in the notation of the culture, such as <c>1.234,50</c> in German.</summary>
    /// <exception cref="FormatException">No amount, negative, or not whole cents.</exception>
    public static Euro Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Euro Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException("An amount in euro has at most two decimal places and is not negative.");

    /// <summary>Reads an amount in the notation of the culture; false when it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Euro result) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out Euro)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Euro result)
    {
        result = default;
        const NumberStyles amount = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        if (!decimal.TryParse(s, amount, provider, out var value) || value != Math.Round(value, 2) || value > long.MaxValue / 100m)
            return false;
        if (!IsGroupedRightly(s.Trim(), value, NumberFormatInfo.GetInstance(provider)))
            return false;
        result = new Euro(ToCents(value));
        return true;
    }

    /// <summary>The invariant notation with two decimal places, such as <c>1234.50</c>.</summary>
    public override string ToString() => Amount.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>The amount in a numeric format of the culture; without one, <c>1.234,50 €</c> in German.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => string.IsNullOrEmpty(format)
        ? Amount.ToString("N2", formatProvider) + " €"
        : Amount.ToString(format, formatProvider);

    // The framework lets group separators stand anywhere, and so reads "12.50" as 1250 in German.
    private static bool IsGroupedRightly(ReadOnlySpan<char> text, decimal value, NumberFormatInfo format)
    {
        var point = text.IndexOf(format.NumberDecimalSeparator, StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        return !text.Contains(format.NumberGroupSeparator, StringComparison.Ordinal)
            || whole.SequenceEqual(decimal.Truncate(value).ToString("N0", format));
    }

    private static long ToCents(decimal amount) => decimal.ToInt64(amount * 100m);
}
