using BaseComponents.Payments;
using BaseComponents.Payments.Bank;
using BaseComponents.Payments.Transfers;

namespace BaseComponents.Tool.Commands.Payments;

/// <summary>A file of the bank, matched with the payments of a registration.</summary>
internal static class BankFile
{
    /// <summary>Read to its end before anything is decided on it.</summary>
    public static async Task<IReadOnlyList<BankMatch>> MatchAsync(IPaymentOperations operations, string path, IReadOnlyList<Iban> accounts, CancellationToken cancellationToken)
    {
        var attempts = await operations.ListAsync(PaymentFilter.All, cancellationToken).Where(static attempt => attempt.TransactionReference is not null).ToListAsync(cancellationToken);
        var matcher = new BankMatcher(attempts, await operations.AuditAsync(cancellationToken).ToListAsync(cancellationToken), accounts);
        await using var file = File.OpenRead(path);
        return await CamtReader.ReadAsync(file, cancellationToken).Select(matcher.Match).ToListAsync(cancellationToken);
    }
}
