using System.Globalization;
using BaseComponents.Authorities.Wire.Reading;

namespace BaseComponents.Authorities.Wire;

/// <summary>Reads what stands in <c>modulKosten</c>.</summary>
internal sealed class XzufiFeeReader(XzufiParts parts)
{
    private const int MostFees = 100;
    private readonly XzufiCursor _cursor = parts.Cursor;
    private readonly XzufiNameSet _names = parts.Names;

    public void Read(List<Fee> into)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            if (ReferenceEquals(_cursor.Name, _names.Fee) && into.Count < MostFees)
                into.AddRange(ReadOne());
        }
    }

    // One for each interval in which it holds.
    private IEnumerable<Fee> ReadOne()
    {
        var intervals = new List<(DateOnly? From, DateOnly? To)>();
        var fee = Children(new Fee(KindOf(parts.Type()) ?? FeeKind.Unknown), intervals);
        return intervals.Count == 0 ? [fee] : intervals.Select(interval => fee with { ValidFrom = interval.From, ValidTo = interval.To });
    }

    private Fee Children(Fee fee, List<(DateOnly? From, DateOnly? To)> intervals)
    {
        for (var opened = _cursor.Open(); _cursor.Next(opened);)
        {
            var name = _cursor.Name;
            if (ReferenceEquals(name, _names.Validity))
                parts.Interval(intervals);
            else if (ReferenceEquals(name, _names.FeeChoice))
                fee = Children(fee with { Kind = KindOf(parts.Type()) ?? fee.Kind }, intervals);
            else if (name is not null && KindOf(name) is { } kind)
                fee = kind is FeeKind.Free ? fee with { Kind = kind } : Children(fee with { Kind = kind }, intervals);
            else
                fee = WithValue(fee, name);
        }

        return fee;
    }

    private Fee WithValue(Fee fee, string? name)
    {
        if (ReferenceEquals(name, _names.Amount))
            return fee with { Amount = Amount() };
        if (ReferenceEquals(name, _names.LowestAmount))
            return fee with { LowestAmount = Amount() };
        if (ReferenceEquals(name, _names.HighestAmount))
            return fee with { HighestAmount = Amount() };
        if (ReferenceEquals(name, _names.FeePurpose))
            return fee with { Purpose = parts.Code().Value };
        return ReferenceEquals(name, _names.AdvancePayment) ? fee with { IsAdvancePayment = Flag() } : fee;
    }

    // An xsi:type begins with a capital letter, an element with a small one.
    private FeeKind? KindOf(string? name)
    {
        if (string.Equals(name, _names.FixedFee, StringComparison.OrdinalIgnoreCase))
            return FeeKind.Fixed;
        if (string.Equals(name, _names.VariableFee, StringComparison.OrdinalIgnoreCase))
            return FeeKind.Range;
        return string.Equals(name, _names.FreeFee, StringComparison.OrdinalIgnoreCase) ? FeeKind.Free : null;
    }

    private decimal? Amount()
    {
        var text = _cursor.Line();
        var separator = text.Contains(',') && !text.Contains('.') ? German : CultureInfo.InvariantCulture.NumberFormat;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, separator, out var amount) && amount < 1_000_000_000 ? amount : null;
    }

    private bool? Flag() => _cursor.Line() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    private static NumberFormatInfo German { get; } = new() { NumberDecimalSeparator = "," };
}
