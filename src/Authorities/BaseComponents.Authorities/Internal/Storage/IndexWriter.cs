using System.Runtime.InteropServices;
using BaseComponents.Authorities.Keys;

namespace BaseComponents.Authorities.Internal.Storage;

/// <summary>Turns a draft into sections. The same content gives the same sections, in whatever order it was added.</summary>
internal sealed class IndexWriter(DraftContent content)
{
    private readonly Dictionary<SectionId, byte[]> _sections = [];
    private IndexFacts _facts;

    public IndexImage Write()
    {
        new DraftOrder(content).Apply();
        var rows = CollectionsMarshal.AsSpan(content.Competences);
        rows.Sort();
        var regions = RegionEntries.Of(content);
        var services = new ServiceCells(content, regions).Write(rows);
        WriteKeys(regions, services);
        WriteLookUps(services);
        WriteRecords(services.Entries);
        WriteBeside(services.Entries, regions);
        WriteFacts(regions);
        return new IndexImage(_sections, _facts);
    }

    private void WriteKeys(RegionEntry[] regions, ServiceCells services)
    {
        Put<RegionEntry>(SectionId.Regions, regions);
        Put<ushort>(SectionId.RegionSlots, KeyTableWriter.Write([.. regions.Select(region => region.Number)], out _facts.RegionSeed));
        Put<ServiceEntry>(SectionId.Services, services.Entries);
        Put<ushort>(SectionId.ServiceSlots, KeyTableWriter.Write([.. services.Entries.Select(service => service.Number)], out _facts.ServiceSeed));
    }

    private void WriteLookUps(ServiceCells services)
    {
        Put<ushort>(SectionId.Areas, CollectionsMarshal.AsSpan(services.Areas));
        Put<uint>(SectionId.Cells, CollectionsMarshal.AsSpan(services.Cells));
        Put<uint>(SectionId.Lists, CollectionsMarshal.AsSpan(services.Lists.Shorts));
        Put<ulong>(SectionId.WideLists, CollectionsMarshal.AsSpan(services.Lists.Wides));
        var offsets = new List<uint> { 0 };
        foreach (var days in content.Validities)
            offsets.Add(offsets[^1] + (uint)days.Length);
        Put<uint>(SectionId.ValidityOffsets, CollectionsMarshal.AsSpan(offsets));
        Put<DayInterval>(SectionId.Intervals, content.Validities.SelectMany(days => days).ToArray());
        _sections[SectionId.Roles] = SnapshotRecords.Write([.. content.Roles.Others], SnapshotJson.Default.StringArray);
    }

    private void WriteRecords(ServiceEntry[] services)
    {
        PutRecords(SectionId.UnitOffsets, SectionId.Units, content.Units.Select(unit => unit.Record));
        PutRecords(SectionId.ServiceOffsets, SectionId.ServiceRecords, services.Select(service => SnapshotRecords.Write(Described(service.Number), SnapshotJson.Default.ServiceRecord)));
        _sections[SectionId.Catalogue] = CatalogueRecords.Write(content.Regions);
        var held = content.Held.Where(held => content.UnitOf(held.Unit) is not null).Select(held => new HeldRecord(content.UnitOf(held.Unit)!.Value, held.Field, held.Trusted)).ToArray();
        _sections[SectionId.Held] = held.Length == 0 ? [] : SnapshotRecords.Write(held, SnapshotJson.Default.HeldRecordArray);
    }

    // What few competences have lies beside the cells.
    private void WriteBeside(ServiceEntry[] services, RegionEntry[] regions)
    {
        var serviceIndices = services.Index().ToDictionary(pair => pair.Item.Number, pair => (ushort)pair.Index);
        var regionIndices = regions.Index().ToDictionary(pair => pair.Item.Number, pair => (ushort)pair.Index);
        var destinations = new DestinationWriter(content, serviceIndices, regionIndices);
        Put<DestinationEntry>(SectionId.DestinationEntries, destinations.Write());
        Put<Guid>(SectionId.Destinations, destinations.Destinations);
        Put<OnlineEntry>(SectionId.OnlineEntries, content.OnlineRows.Select(row => OnlineEntry.Of(serviceIndices[row.Service], regionIndices[row.Area], row.Online, row.Validity)).Distinct().Order().ToArray());
        PutRecords(SectionId.OnlineOffsets, SectionId.OnlineServices, content.OnlineServices.Select(online => online.Record));
    }

    private ServiceRecord Described(long number) => new(content.Services[number]);

    private void WriteFacts(RegionEntry[] regions)
    {
        _facts.Regions = regions.Length;
        _facts.Municipalities = content.Regions.Municipalities.Count();
        _facts.Services = content.Services.Count;
        _facts.Units = content.Units.Count;
        _facts.Validities = content.Validities.Count;
        _facts.Competences = content.Competences.Count;
        var numbers = regions.Where(region => region.KeyLevel == (byte)RegionLevel.GovernmentRegion).Select(region => region.Number).ToHashSet();
        foreach (var row in numbers.Count == 0 ? [] : CollectionsMarshal.AsSpan(content.Competences))
        {
            if (numbers.Contains(row.Area))
                _facts.KnowsGovernmentRegions = 1;
        }

        Put<IndexFacts>(SectionId.Facts, new[] { _facts });
    }

    private void Put<T>(SectionId id, ReadOnlySpan<T> values)
        where T : unmanaged => _sections[id] = MemoryMarshal.AsBytes(values).ToArray();

    private void PutRecords(SectionId offsets, SectionId records, IEnumerable<byte[]> all)
    {
        var (places, bytes) = (new List<long> { 0 }, new MemoryStream());
        foreach (var record in all)
        {
            bytes.Write(record);
            places.Add(bytes.Length);
        }

        _sections[records] = bytes.ToArray();
        Put<long>(offsets, CollectionsMarshal.AsSpan(places));
    }
}

/// <summary>The sections of a snapshot, before they have a place in a file.</summary>
internal sealed record IndexImage(IReadOnlyDictionary<SectionId, byte[]> Sections, IndexFacts Facts);
