namespace MunicipalService.Hosting;

/// <summary>
/// Stops a production start while texts the law demands are still placeholders, or missing. Every environment counts as production that is not
/// named as something else: nobody shall go live by a name this list does not know.
/// </summary>
public static class PlaceholderGuard
{
    private static readonly string[] Required = ["Legal:Imprint", "Legal:Privacy", "Legal:Accessibility"];

    private static readonly string[] NotProduction = ["Sandbox", "Test", Environments.Development, Environments.Staging];

    /// <param name="configuration">The settings.</param>
    /// <param name="environment">Named as something else than production, or taken for it.</param>
    /// <param name="more">Settings that this service needs beside the texts of <see cref="LegalOptions"/>.</param>
    /// <exception cref="InvalidOperationException">Names every setting that must be filled in.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment, params IReadOnlyList<string> more)
    {
        if (NotProduction.Any(environment.IsEnvironment))
            return;
        var open = Required.Concat(more).Where(key => IsOpen(configuration.GetSection(key))).ToList();
        if (open.Count > 0)
            throw new InvalidOperationException(
                $"The service does not start in Production while these settings are missing or placeholders ([[...]]): {string.Join(", ", open)}. "
                + "Write the texts of the operator into the configuration.");
    }

    private static bool IsOpen(IConfigurationSection section)
    {
        var texts = section.AsEnumerable().Where(entry => entry.Value is not null).Select(entry => entry.Value!).ToList();
        return texts.Count == 0 || texts.Exists(text => string.IsNullOrWhiteSpace(text) || text.Contains("[[", StringComparison.Ordinal));
    }
}
