namespace BaseComponents.Payments.Internal;

/// <summary>XBezahldienste 1.0.0, PaymentRequest, requestor: lengths, and the country as ISO 3166-1 alpha-2.</summary>
internal static class PayerRules
{
    private const string Payer = nameof(PaymentOrder.Payer);

    public static void Check(Findings findings, PaymentPayer payer)
    {
        Text(findings, $"{Payer}.{nameof(payer.Name)}", payer.Name);
        Text(findings, $"{Payer}.{nameof(payer.FirstName)}", payer.FirstName);
        Text(findings, $"{Payer}.{nameof(payer.OrganizationName)}", payer.OrganizationName);
        if (payer.Address is { } address)
            Check(findings, address);
    }

    private static void Check(Findings findings, PaymentPayerAddress address)
    {
        const string field = $"{Payer}.{nameof(PaymentPayer.Address)}";
        Text(findings, $"{field}.{nameof(address.Street)}", address.Street);
        Text(findings, $"{field}.{nameof(address.HouseNumber)}", address.HouseNumber, 20);
        Text(findings, $"{field}.{nameof(address.City)}", address.City);
        findings.WellFormed($"{field}.{nameof(address.PostalCode)}", address.PostalCode);
        for (var index = 0; index < address.AddressLines.Count; index++)
            Text(findings, $"{field}.{nameof(address.AddressLines)}[{index}]", address.AddressLines[index]);
        findings.Text($"{field}.{nameof(address.Country)}", address.Country, 2, static code => code.Length == 2 && code.All(char.IsAsciiLetterUpper), "two capital letters such as DE");
    }

    private static void Text(Findings findings, string field, string? text, int maxLength = 250)
    {
        findings.Length(field, text, maxLength);
        findings.WellFormed(field, text);
    }
}
