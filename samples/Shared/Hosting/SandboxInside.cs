using BaseComponents.Sandbox;

namespace MunicipalService.Hosting;

/// <summary>Starts the state services inside this process, in the environment <c>Sandbox</c> only; or takes the settings of one that runs outside (<c>Sandbox:Settings</c>, the file that <c>basecomponents sandbox --settings</c> writes).</summary>
public static class SandboxInside
{
    /// <summary>Folder of the mails for offices, below the data.</summary>
    public const string MailDrop = "mail-drop";

    public static async Task<SandboxServer?> StartAsync(WebApplicationBuilder builder, string dataPath, ServerOptions server, CancellationToken cancellationToken)
    {
        if (!builder.Environment.IsEnvironment("Sandbox"))
            return null;
        var section = builder.Configuration.GetSection("Sandbox");
        if (section["Settings"] is { } outside)
        {
            builder.Configuration.AddJsonFile(Path.GetFullPath(outside), optional: false).AddInMemoryCollection(server.Settings);
            return null;
        }

        var data = DataKeys.PrivateFolder(dataPath);
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            HttpPort = section.GetValue<int>("HttpPort"),
            HttpsPort = section.GetValue<int>("HttpsPort"),
            SmtpPort = section.GetValue<int>("SmtpPort"),
            StatePath = Path.Combine(data.FullName, "sandbox"),
            // Where the specialist procedure of an office, samples/SpecialistProcedure, fetches its mails.
            MailDropPath = Path.Combine(data.FullName, MailDrop),
            Logging = server.SandboxLogging,
        }, cancellationToken);
        builder.Configuration.AddConfiguration(sandbox.Configuration);
        // Settings given by the caller win, also over the Sandbox's.
        builder.Configuration.AddInMemoryCollection(server.Settings);
        return sandbox;
    }
}
