using BaseComponents.Payments;
using DogLicence.Cases;

namespace DogLicence.Paying;

/// <summary>The order for one year's tax. Its reference is the case number, so a case can be paid once, however often the button is pressed.</summary>
public static class TaxOrder
{
    public static PaymentOrder Of(OpenCase open, Uri returnUrl) => new()
    {
        Reference = open.Row.Number,
        // The class says something about the dog, and the payment service need not know it.
        Items = [PaymentItem.FromGross("hundesteuer", new Euro(open.Content.Registration!.Tax.Amount)) with { Description = "Hundesteuer" }],
        Purpose = PurposeText.From(open.Row.Number),
        Description = $"Hundesteuer - Vorgang {open.Row.Number}",
        ReturnUrl = returnUrl,
    };
}
