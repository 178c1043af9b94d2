using BaseComponents.Benchmarks;

// dotnet run -c Release --project benchmarks/BaseComponents.Benchmarks -- <area> [--quick]
var areas = BenchmarkAreas.Found();
var quick = args.Contains("--quick", StringComparer.Ordinal);
var wanted = args.Where(argument => argument != "--quick").ToList();
if (wanted.Count != 1 || !areas.TryGetValue(wanted[0], out var run))
{
    await Console.Error.WriteLineAsync($"Usage: BaseComponents.Benchmarks <{string.Join('|', areas.Keys)}> [--quick]");
    return 2;
}

await run(quick);
return 0;
