namespace MunicipalService.Hosting;

/// <summary>Lets the audit events go to files below the data, whatever the levels of the log are.</summary>
public static class AuditSetup
{
    public const string Folder = "audit";

    public static void AddAuditFile(this WebApplicationBuilder builder, string dataPath)
    {
        var folder = DataKeys.PrivateFolder(Path.Combine(dataPath, Folder)).FullName;
        builder.Services.AddSingleton(provider => new AuditFile(folder, provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<AuditFile>());
        builder.Logging.AddFilter<AuditFile>(null, LogLevel.None).AddFilter<AuditFile>(AuditFile.Categories, LogLevel.Information);
        builder.Services.AddHealthChecks().AddCheck<AuditFile>("audit:file", tags: ["application"]);
    }
}
