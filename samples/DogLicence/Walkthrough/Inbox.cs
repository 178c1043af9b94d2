using System.Text;
using System.Text.Json;

namespace DogLicence.Walkthrough;

/// <summary>The Sandbox's inbox, read as a person would: a list, a mail, its files.</summary>
public sealed class Inbox(Browser browser, Uri sandbox)
{
    /// <summary>How long a mail may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Waits for the one mail with that subject.</summary>
    public async Task<InboxMail> WaitForAsync(string subject, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(Patience);
        try
        {
            while (true)
            {
                if (await FindAsync(subject, time.Token) is { } mail)
                    return mail;
                await Task.Delay(100, time.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WalkException($"No mail '{subject}' came within {Patience.TotalSeconds} s.");
        }
    }

    private async Task<InboxMail?> FindAsync(string subject, CancellationToken cancellationToken)
    {
        using var list = JsonDocument.Parse(await browser.DownloadAsync(new Uri(sandbox, "/mail/list.json"), cancellationToken));
        var mails = list.RootElement.EnumerateArray().Where(mail => mail.GetProperty("subject").GetString() == subject).ToList();
        if (mails.Count > 1)
            throw new WalkException($"The mail '{subject}' came {mails.Count} times.");
        return mails.Count == 0 ? null : await OpenAsync(mails[0], cancellationToken);
    }

    private async Task<InboxMail> OpenAsync(JsonElement mail, CancellationToken cancellationToken)
    {
        var id = mail.GetProperty("id").GetString();
        var to = string.Join(", ", mail.GetProperty("recipients").EnumerateArray().Select(address => address.GetString()));
        var page = await browser.OpenAsync(new Uri(sandbox, $"/mail/{id}"), cancellationToken);
        var source = Encoding.Latin1.GetString(await browser.DownloadAsync(new Uri(sandbox, $"/mail/{id}.eml"), cancellationToken));
        return new InboxMail(browser, page, to, source);
    }
}

/// <summary>A mail in the inbox.</summary>
/// <param name="Source">As it crossed the wire.</param>
public sealed record InboxMail(Browser Browser, Shown Page, string To, string Source)
{
    public string Shown => Page.Text;

    public string Signature => Page.Value("Signatur");

    public async Task<IReadOnlyList<(string Name, byte[] Content)>> FilesAsync(CancellationToken cancellationToken)
    {
        var files = new List<(string, byte[])>();
        foreach (var link in Page.Document.QuerySelectorAll("a[href*='/files/']"))
            files.Add((link.TextContent, await Browser.DownloadAsync(new Uri(Page.Address, link.GetAttribute("href")), cancellationToken)));
        return files;
    }
}
