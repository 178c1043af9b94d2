using BaseComponents.Payments.Epaybl;
using BaseComponents.Payments.Internal;

namespace BaseComponents.Payments.Wire.Epaybl;

/// <summary>What an answer of the REST connector says, after all of it was checked.</summary>
internal static class RestReader
{
    private const int MaxMethods = 200;

    public static IReadOnlyList<EpayblMethodOffer> Methods(RestAnswer answer)
    {
        var methods = answer.Zahlverfahren ?? throw EpayblFaults.Unreadable("it lacks zahlverfahren", null);
        if (methods.Count > MaxMethods || methods.Any(static method => method is null))
            throw EpayblFaults.Unreadable("its zahlverfahren are too many or empty", null);
        return [.. methods.Select(static method => new EpayblMethodOffer(
            new EpayblPaymentMethod(AnswerText.Required(method!.Zahlverfahrencode, 50, "zahlverfahrencode", null)),
            Limit(method.Minimalbetrag, "minimalbetrag"),
            Limit(method.Maximalbetrag, "maximalbetrag"),
            AnswerText.Optional(method.Zvp, 100, "zvp", null)))];
    }

    public static KassenzeichenInfo Info(RestAnswer answer, string kassenzeichen)
    {
        var details = answer.Kassenzeichen?.Zusatzdaten ?? throw EpayblFaults.Unreadable("it lacks kassenzeichen.zusatzdaten", kassenzeichen);
        return new KassenzeichenInfo
        {
            Kassenzeichen = kassenzeichen,
            Saldo = AnswerText.Amount(details.Saldo ?? throw EpayblFaults.Unreadable("it lacks the saldo", kassenzeichen), "saldo", kassenzeichen),
            Method = AnswerText.Optional(details.Bezahlverfahren, 50, "bezahlverfahren", kassenzeichen) is { } method ? new EpayblPaymentMethod(method) : null,
            PayPageStatus = AnswerText.Optional(details.Paypagestatus, 50, "paypagestatus", kassenzeichen) is { } status ? new EpayblPayPageStatus(status) : null,
        };
    }

    public static Uri? PayPage(RestAnswer answer, EpayblOptions settings, string correlationId)
    {
        if (answer.ZahlvorgangsInfo?.RechnungUrls?.PayPage is not { Length: > 0 } address)
            return null;
        var isUsable = Uri.TryCreate(address, UriKind.Absolute, out var page)
            && page.AbsoluteUri.Length <= OrderRules.MaxAddress
            && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && settings.Environment is PaymentEnvironment.Sandbox));
        return isUsable ? page : throw EpayblFaults.Unreadable("its PAYPAGE is no https address of usable length", correlationId);
    }

    private static Euro? Limit(decimal? amount, string field)
    {
        if (amount is not { } limit)
            return null;
        return limit >= 0 ? new Euro(AnswerText.Amount(limit, field, null)) : throw EpayblFaults.Unreadable($"its {field} is negative", null);
    }
}
