namespace BaseComponents.Payments.Internal.Bank;

/// <summary>Files of the bank that are not read on.</summary>
internal static class BankFileFaults
{
    // The parser's own exception is not kept: its message may quote the file.
    public static PaymentException Unreadable(string why) =>
        new(PaymentErrors.BankFileUnreadable, $"The file of the bank cannot be read: {why}. Fetch it again from the bank as camt.053 or camt.054.");
}
