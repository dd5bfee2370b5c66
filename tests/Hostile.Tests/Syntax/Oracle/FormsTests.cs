using System.Text;
using Hostile.Bench.Oracles;
using Hostile.Syntax.TypeScript;
using Hostile.Tests.House;
using Xunit;

namespace Hostile.Tests.Syntax.Oracle;

/// <summary>Every form of the language at every place: thousands of programs, all right. That the compiler agrees on all of them is shown by <c>hostile-bench forms</c> and <c>oracle</c>.</summary>
public class FormsTests
{
    private static readonly string Text = Repository.Read("tests/Hostile.Tests/Syntax/Oracle/forms.txt");

    [Fact]
    public void A_form_reads_the_same_wherever_it_stands()
    {
        var faults = new StringBuilder();
        var model = new List<ComparableNode>();
        var count = 0;
        foreach (var program in Forms.Read(Text))
        {
            count++;
            var tree = Parser.Parse(Encoding.UTF8.GetBytes(program.Text), program.Kind);
            if (!tree.Errors.IsEmpty || ComparableTree.Disorder(tree) is not null)
            {
                faults.AppendLine($"{program.Text}: {(tree.Errors.IsEmpty ? ComparableTree.Disorder(tree) : tree.Errors[0])}");
                continue;
            }

            foreach (var span in program.Spans)
            {
                var nodes = Forms.NodesOf(tree, span);
                if (program.IsModel && span == program.Spans[0])
                    model = nodes;
                else if (!nodes.SequenceEqual(model))
                    faults.AppendLine($"{program.Text}: {nodes.Except(model).FirstOrDefault()} where alone it is {model.Except(nodes).FirstOrDefault()}");
            }
        }

        Assert.True(faults.Length == 0, faults.ToString());
        Assert.True(count > 4_000, $"{count} programs");
    }
}
