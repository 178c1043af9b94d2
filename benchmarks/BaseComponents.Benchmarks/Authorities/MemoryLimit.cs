namespace BaseComponents.Benchmarks.Authorities;

/// <summary>
/// What the machine's memory takes for the least that a look-up must read: a word of a service's map (2.2 MB of them that are asked often), and then the cell that the
/// word leads to (27 MB). Nothing is compared or counted: no index of this size is faster.
/// </summary>
internal static class MemoryLimit
{
    private const int Maps = 2_200_000 / sizeof(uint);
    private const int Cells = 27_000_000 / sizeof(uint);

    public static void Report(int questions)
    {
        var random = new Random(20261127);
        var (maps, cells) = (new uint[Maps], new uint[Cells]);
        for (var word = 0; word < Maps; word++)
            maps[word] = (uint)random.Next(Cells);
        for (var cell = 0; cell < Cells; cell++)
            cells[cell] = (uint)random.Next(Maps);
        var words = Enumerable.Range(0, questions).Select(_ => random.Next(Maps)).ToArray();
        Measurement.Report("authorities.resolve.memory_cpu_ns", Enumerable.Range(0, 7).Select(_ => Nanoseconds(maps, cells, words)).Order().ElementAt(3), "ns");
    }

    // Each question waits for the one before it, as in a program that does something with the answer.
    private static double Nanoseconds(uint[] maps, uint[] cells, int[] words)
    {
        var before = Environment.CpuUsage.TotalTime;
        var last = 0u;
        foreach (var word in words)
            last = cells[(maps[(word + last) % Maps] + last) % Cells];
        var taken = (Environment.CpuUsage.TotalTime - before).TotalNanoseconds / words.Length;
        return last < Maps ? taken : throw new InvalidOperationException("What was read was not there.");
    }
}
