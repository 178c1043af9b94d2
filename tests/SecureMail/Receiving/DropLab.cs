using System.Text;
using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BaseComponents.Tests.SecureMail.Receiving;

/// <summary>A file drop in a folder of its own, and readers of it.</summary>
internal sealed class DropLab : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("drop");
    private int _count;

    public DropLab()
    {
        Directory.CreateDirectory(Path.Combine(Root, "tmp"));
        Directory.CreateDirectory(Path.Combine(Root, "new"));
        Directory.CreateDirectory(Path.Combine(Root, "cur"));
    }

    public string Root => _root.FullName;

    public CollectedLogs Logs { get; } = new();

    public static byte[] Plain(string subject, string? body = null) => Encoding.ASCII.GetBytes(
        $"From: buerger@citizen.example\r\nTo: {MailLab.Office}\r\nSubject: {subject}\r\nMessage-ID: <{subject}@citizen.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{body ?? subject}\r\n");

    public void Deliver(byte[] mail, string? name = null, string folder = "new")
    {
        name ??= $"1790000000.M{Interlocked.Increment(ref _count):d6}P1.mail";
        File.WriteAllBytes(Path.Combine(Root, "tmp", name), mail);
        File.Move(Path.Combine(Root, "tmp", name), Path.Combine(Root, folder, name));
    }

    public string[] Files(string folder) => Directory.Exists(Path.Combine(Root, folder)) ? [.. Directory.GetFiles(Path.Combine(Root, folder)).Select(path => Path.GetFileName(path)!).Order()] : [];

    public ServiceProvider Services(MailLab lab, Action<MailboxOptions>? change = null, Action<SecureMailOptions>? mail = null, TimeProvider? clock = null) => lab.Services(
        options =>
        {
            options.DecryptionKeys = [lab.OfficeKey.ToOptions()];
            mail?.Invoke(options);
        },
        build =>
        {
            build.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
            if (clock is not null)
                build.Services.AddSingleton(clock);
            build.AddMailbox(new ConfigurationBuilder().Build().GetSection("BaseComponents:SecureMail:Mailbox"));
            build.Services.Configure<MailboxOptions>("", options =>
            {
                options.FileDrop = new FileDropOptions { Path = Root };
                change?.Invoke(options);
            });
        });

    /// <summary>Receives until so many mails came; each is handed to the action.</summary>
    public static async Task<List<ReceivedMail>> ReceiveAsync(IServiceProvider services, int count, Func<ReceivedMail, Task>? handle = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var received = new List<ReceivedMail>();
        await foreach (var mail in services.GetRequiredService<ISecureMailbox>().ReceiveAsync(limit.Token))
        {
            received.Add(mail);
            await (handle ?? (one => one.AcknowledgeAsync(limit.Token)))(mail);
            if (received.Count == count)
                break;
        }

        return received;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
