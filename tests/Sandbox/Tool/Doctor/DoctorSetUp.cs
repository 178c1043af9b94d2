using System.Text.Json.Nodes;
using BaseComponents.Sandbox;
using Microsoft.Extensions.Configuration;

namespace BaseComponents.Tests.Sandbox.Tool.Doctor;

/// <summary>The settings of a municipality that is set up well, pointed at a running Sandbox; a test breaks one thing of them.</summary>
internal sealed class DoctorSetUp : IAsyncDisposable
{
    private readonly SandboxServer _sandbox;
    private readonly string _folder = Directory.CreateTempSubdirectory("doctor-").FullName;
    private readonly SortedDictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);

    private DoctorSetUp(SandboxServer sandbox)
    {
        _sandbox = sandbox;
        foreach (var (key, value) in sandbox.Configuration.AsEnumerable().Where(pair => pair.Value is not null))
            _settings[key] = value;
    }

    public Uri Address => _sandbox.Address;

    public Uri MachineAddress => _sandbox.MachineAddress;

    /// <summary>A setting below <c>BaseComponents</c>; null where there is none.</summary>
    public string? this[string setting]
    {
        get => _settings.GetValueOrDefault($"BaseComponents:{setting}");
        set
        {
            if (value is null)
                _settings.Remove($"BaseComponents:{setting}");
            else
                _settings[$"BaseComponents:{setting}"] = value;
        }
    }

    public static async Task<DoctorSetUp> StartAsync()
    {
        var setUp = new DoctorSetUp(await SandboxServer.StartAsync());
        foreach (var log in new[] { "BundId", "Unternehmenskonto", "EidServer" })
            setUp[$"Eid:{log}:PublicAddress"] = "http://localhost:5000";
        foreach (var log in new[] { "BundId", "Unternehmenskonto", "EidServer", "Broker" })
            setUp[$"Eid:{log}:OutcomePath"] = "/ended";
        (setUp["Eid:BundId:Attributes:0:Attribute"], setUp["Eid:BundId:Attributes:0:Purpose"]) = ("FamilyName", "Anrede");
        setUp["Eid:EidServer:RequiredAttributes:0"] = "FamilyNames";
        // The Sandbox has recipients whose certificates have ended, on purpose.
        setUp.Remove("SecureMail:Recipients");
        return setUp;
    }

    public void Connect(string name, string connection) => _settings[$"ConnectionStrings:{name}"] = connection;

    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Remove(string section)
    {
        foreach (var key in _settings.Keys.Where(key => key.StartsWith($"BaseComponents:{section}:", StringComparison.OrdinalIgnoreCase)).ToArray())
            _settings.Remove(key);
    }

    /// <summary>Writes the settings; the file that the doctor is given.</summary>
    public async Task<string> WriteAsync()
    {
        var file = PathOf("appsettings.json");
        await File.WriteAllTextAsync(file, ToJson(new ConfigurationBuilder().AddInMemoryCollection(_settings).Build()).ToJsonString());
        return file;
    }

    public async Task<DoctorOutcome> RunAsync(params string[] arguments)
    {
        await using var tool = new RunningTool(["doctor", "--settings", await WriteAsync(), "--json", .. arguments]);
        var (code, printed) = await tool.EndAsync();
        return DoctorOutcome.Read(code, printed);
    }

    public async Task SwitchOnAsync(string fault)
    {
        using var client = new HttpClient { BaseAddress = _sandbox.Address };
        using var content = new StringContent($$"""{"name":"{{fault}}","times":50}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("_sandbox/faults", content);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<byte[]> FetchAsync(string path)
    {
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(handler) { BaseAddress = MachineAddress };
        return await client.GetByteArrayAsync(path);
    }

    public async Task StopSandboxAsync() => await _sandbox.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static JsonObject ToJson(IConfiguration section)
    {
        var json = new JsonObject();
        foreach (var child in section.GetChildren())
            json[child.Key] = child.GetChildren().Any() ? ToJson(child) : JsonValue.Create(child.Value);
        return json;
    }
}
