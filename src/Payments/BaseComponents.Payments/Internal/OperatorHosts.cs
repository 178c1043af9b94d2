namespace BaseComponents.Payments.Internal;

/// <summary>
/// Hosts of operators of which the stage is known, from integrators' code and public papers: a test against the real service charges people, and a production
/// against the test stage gives away what nobody paid. It is no list of addresses to use.
/// </summary>
internal static class OperatorHosts
{
    private static readonly HashSet<string> Tests = new(StringComparer.OrdinalIgnoreCase)
    {
        "epayment-stage.dataport.de", "payment-test.govconnect.de", "epay-qs.ekom21.de", "epay-test.nrw.de", "infra-pre.buergerserviceportal.de",
    };

    private static readonly HashSet<string> Productions = new(StringComparer.OrdinalIgnoreCase)
    {
        "epayment.dataport.de", "payment.govconnect.de", "epay.akdb.de",
    };

    public static string? Refusal(string section, PaymentEnvironment environment, Uri address) => environment switch
    {
        PaymentEnvironment.Production when Tests.Contains(address.Host) => $"{section}: {address.Host} is an operator's test stage, and Environment is Production.",
        PaymentEnvironment.Test when Productions.Contains(address.Host) => $"{section}: {address.Host} is an operator's real service, and Environment is Test.",
        _ => null,
    };
}
