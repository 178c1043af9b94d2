using System.Globalization;
using System.Text;
using BaseComponents.SecureMail;

namespace BaseComponents.Tool.Commands.Mail;

/// <summary>The content of a mail as files: text, HTML, and what came along. Names are the sender's claim, so each is made harmless and unique.</summary>
internal static class MailFolder
{
    public static async Task<IReadOnlyList<string>> WriteAsync(ReceivedMail mail, string folder, CancellationToken cancellationToken)
    {
        Create(folder);
        var written = new List<string>();
        if (mail.Text is { } text)
            written.Add(await WriteAsync(folder, "message.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)), cancellationToken));
        if (mail.Html is { } html)
            written.Add(await WriteAsync(folder, "message.html", new MemoryStream(Encoding.UTF8.GetBytes(html)), cancellationToken));
        foreach (var (index, attachment) in mail.Attachments.Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{index + 1:00}-{attachment.FileName}");
            written.Add(await WriteAsync(folder, name, await attachment.OpenReadAsync(cancellationToken), cancellationToken));
        }

        return written;
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task<string> WriteAsync(string folder, string name, Stream content, CancellationToken cancellationToken)
    {
        await using (content)
        {
            return await OwnFile.WriteAsync(Path.Combine(folder, name), async file =>
            {
                await content.CopyToAsync(file, cancellationToken);
                return name;
            });
        }
    }
}
