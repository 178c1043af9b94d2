namespace BaseComponents.Tool.Commands.Mail;

internal static class MailFile
{
    private const int Buffer = 128 * 1024;

    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, Buffer, FileOptions.SequentialScan);
}
