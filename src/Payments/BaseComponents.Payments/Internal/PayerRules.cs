namespace BaseComponents.Payments.Internal;

/// <summary>XBezahldienste 1.0.0, PaymentRequest, requestor: lengths, and the country as ISO 3166-1 alpha-2.</summary>
internal static class PayerRules
{
    private const string Payer = nameof(PaymentOrder.Payer);

    public static void Check(Findings findings, PaymentPayer payer)
    {
        findings.Length($"{Payer}.{nameof(payer.Name)}", payer.Name, 250);
        findings.Length($"{Payer}.{nameof(payer.FirstName)}", payer.FirstName, 250);
        findings.Length($"{Payer}.{nameof(payer.OrganizationName)}", payer.OrganizationName, 250);
        if (payer.Address is { } address)
            Check(findings, address);
    }

    private static void Check(Findings findings, PaymentPayerAddress address)
    {
        const string field = $"{Payer}.{nameof(PaymentPayer.Address)}";
        findings.Length($"{field}.{nameof(address.Street)}", address.Street, 250);
        findings.Length($"{field}.{nameof(address.HouseNumber)}", address.HouseNumber, 20);
        findings.Length($"{field}.{nameof(address.City)}", address.City, 250);
        for (var index = 0; index < address.AddressLines.Count; index++)
            findings.Length($"{field}.{nameof(address.AddressLines)}[{index}]", address.AddressLines[index], 250);
        findings.Text($"{field}.{nameof(address.Country)}", address.Country, 2, static code => code.Length == 2 && code.All(char.IsAsciiLetterUpper), "two capital letters such as DE");
    }
}
