using System.Text.RegularExpressions;

namespace BaseComponents.Sandbox.Payments.Epaybl;

/// <summary>What the service refuses, and by which code. The first broken rule is answered; where integrators know a range only, one code of it.</summary>
internal static partial class EpayblRules
{
    public static string? Refusal(EpayblList list) =>
        Head(list) ?? Amounts(list) ?? list.Bookings.Select(Booking).FirstOrDefault(code => code is not null) ?? Sum(list) ?? Limits(list) ?? list.Bookings.Select(Magic).FirstOrDefault(code => code is not null);

    private static string? Head(EpayblList list)
    {
        if (list.Bewirtschafter != EpayblOffice.Bewirtschafter)
            return "-0302";
        if (list.TransactionNumber is { } number && !(number.Length is >= 1 and <= 30 && Identifier().IsMatch(number)))
            return "-0530";
        if (list.Kassenzeichen is { } own && !Kassenzeichen().IsMatch(own))
            return "-0310";
        if (list.Currency != "EUR")
            return "-0514";
        if (list.DueAt is null)
            return "-0508";
        return list.DunningKey is { Length: >= 1 and <= 5 } ? null : "-0504";
    }

    private static string? Amounts(EpayblList list)
    {
        if (list.Bookings.Count is 0 or > 99)
            return "-0505";
        if (list.Amount is not > 0)
            return "-0503";
        return list.Amount == Math.Round(list.Amount.Value, 2) ? null : "-0525";
    }

    private static string? Booking(EpayblLine line)
    {
        if (line.Amount is not > 0 || line.Amount != Math.Round(line.Amount.Value, 2))
            return "-0601";
        if (line.Text is null || !Text().IsMatch(line.Text))
            return "-0609";
        return line.BudgetItem is { Length: >= 1 and <= 10 } && line.ObjectNumber is null or { Length: <= 10 } ? null : "-0603";
    }

    private static string? Sum(EpayblList list) => list.Amount == list.Bookings.Sum(line => line.Amount) ? null : "-0506";

    private static string? Limits(EpayblList list)
    {
        var offers = EpayblOffice.Methods.Where(offer => list.Methods.Contains(offer.Code)).ToArray();
        if (offers.Length == 0 || offers.Length != list.Methods.Count)
            return "-0507";
        if (offers.All(offer => list.Amount < offer.Minimum))
            return "-0510";
        return offers.All(offer => list.Amount > offer.Maximum) || EpayblBooks.IsAboveLimit(list.Amount!.Value) ? "-0511" : null;
    }

    // A budget item such as RC-0301 asks for that very code.
    private static string? Magic(EpayblLine line) => WantedCode().Match(line.BudgetItem!) is { Success: true } wanted ? wanted.Groups[1].Value : null;

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Za-z0-9]{2,30}\z")]
    private static partial Regex Kassenzeichen();

    [GeneratedRegex(@"^[A-Za-z0-9,.:/+&\-*$% ÄÖÜß]{1,120}\z")]
    private static partial Regex Text();

    [GeneratedRegex(@"^RC([+-][0-9]{1,6})\z")]
    private static partial Regex WantedCode();
}
