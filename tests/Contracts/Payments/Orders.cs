using BaseComponents.Payments;

namespace BaseComponents.Tests.Contracts.Payments;

internal static class Orders
{
    public static PaymentOrder DogTax(string reference, decimal amount = 96m) => new()
    {
        Reference = reference,
        Items = [PaymentItem.FromNet("hundesteuer", new Euro(amount)) with { Description = "Hundesteuer für Waldi" }],
        Purpose = "Hundesteuer 2027",
        Description = "Anmeldung eines Hundes",
        ReturnUrl = new Uri("http://localhost:5999/zurueck?token=abc"),
    };
}
