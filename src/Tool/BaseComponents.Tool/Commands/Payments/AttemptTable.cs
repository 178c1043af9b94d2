using System.Globalization;
using BaseComponents.Payments;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>Attempts as rows.</summary>
internal sealed class AttemptTable
{
    private readonly Columns _columns = new("DAY", "REGISTRATION", "REFERENCE", "ATTEMPT", "STATE", "EUR", "KASSENZEICHEN", "REQUEST ID");

    public void Add(PaymentRecord attempt) => _columns.Add(
        GermanDay.Iso(GermanDay.Of(attempt.CreatedAt)), attempt.Tenant, attempt.Reference, attempt.Attempt.ToString(CultureInfo.InvariantCulture), attempt.State.ToString(),
        Money.OnScreen(attempt.Amount), attempt.TransactionReference ?? "", attempt.RequestId);

    public void Print() => _columns.Print();
}
