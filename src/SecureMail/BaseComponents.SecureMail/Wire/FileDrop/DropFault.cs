namespace BaseComponents.SecureMail.Wire.FileDrop;

/// <summary>What a failure of the file system means. Paths and file names stay out: they can name people.</summary>
internal static class DropFault
{
    public static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (IOException exception)
        {
            throw Unreachable(exception);
        }
        catch (UnauthorizedAccessException)
        {
            throw Unsuitable("this process may not read or write there");
        }
    }

    public static SecureMailException Unreachable(IOException exception) => new(
        SecureMailErrors.MailboxUnreachable, $"The file drop could not be read or written ({exception.GetType().Name}, {exception.HResult:X8}). Check the volume that FileDrop:Path is on; it is tried again.")
    {
        IsTransient = true,
    };

    public static SecureMailException Unsuitable(string why) => new(
        SecureMailErrors.MailboxUnsuitable, $"The file drop cannot be used: {why}. Check FileDrop:Path and the rights of this process for it and the folders below.");

    public static SecureMailException Lost() => new(
        SecureMailErrors.ClaimLost,
        "The mail was not settled: the claim had run out and another process has it, or its file was taken away. Raise FileDrop:Lease if this machine was only slow; what was done for the mail may be done again.");
}
