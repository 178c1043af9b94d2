using BaseComponents.Payments;
using DogLicence.Cases;
using DogLicence.Registration;

namespace DogLicence.Paying;

/// <summary>The order for one year's tax. Its reference is the case number, so a case can be paid once, however often the button is pressed.</summary>
public static class TaxOrder
{
    public static PaymentOrder Of(OpenCase open, TaxClass taxClass, Uri returnUrl) => new()
    {
        Reference = open.Row.Number,
        Items = [PaymentItem.FromGross("hundesteuer", new Euro(taxClass.Amount)) with { Description = $"Hundesteuer - {Plain(taxClass.Label)}" }],
        Purpose = PurposeText.From(open.Row.Number),
        Description = $"Hundesteuer - Vorgang {open.Row.Number}",
        ReturnUrl = returnUrl,
    };

    // The wire allows letters, digits and - , . _ in a description.
    private static string Plain(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or ',' or '.' or '_'));
}
