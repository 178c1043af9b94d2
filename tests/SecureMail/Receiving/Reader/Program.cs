using BaseComponents.SecureMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// An application that reads a file drop: it writes down what it has handled, and then acknowledges. It is there to be killed in the middle, and kills itself at a mail that says so.
var (settings, book) = (args[0], args[1]);
var section = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(settings)).Build().GetSection("BaseComponents:SecureMail");
var services = new ServiceCollection().AddLogging();
services.AddSecureMail(section).AddMailbox(section.GetSection("Mailbox"));
await using var provider = services.BuildServiceProvider();
await using var written = new FileStream(book, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
await foreach (var mail in provider.GetRequiredService<ISecureMailbox>().ReceiveAsync())
{
    if (mail.Subject == "poison")
        Environment.FailFast("poison");
    await Task.Delay(5);
    await written.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{mail.Subject}\n"));
    await mail.AcknowledgeAsync();
}
