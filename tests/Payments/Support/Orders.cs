using BaseComponents.Payments;

namespace BaseComponents.Tests.Payments.Support;

internal static class Orders
{
    public static PaymentOrder DogTax(string reference = "case-1", decimal amount = 96m) => new()
    {
        Reference = reference,
        Items = [PaymentItem.FromNet("hundesteuer", new Euro(amount))],
        Purpose = "Hundesteuer 2027",
        ReturnUrl = new Uri("https://dienst.example/zurueck"),
    };
}
