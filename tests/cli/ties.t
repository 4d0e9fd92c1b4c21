# How people are joined. Made-up people.

# a_family

    $ redthread init t.case 2> /dev/null
    $ cat > family.jsonl <<'END'
    > {"type":"statement","entity":"ali","schema":"Person","prop":"name","value":"Ali Example","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"omar","schema":"Person","prop":"name","value":"Omar Example","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"sara","schema":"Person","prop":"name","value":"Sara \"S\" Example","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"f1","schema":"Family","prop":"person","value":"ali","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"f1","schema":"Family","prop":"relative","value":"omar","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"f1","schema":"Family","prop":"relationship","value":"brother","stance":"asserts","speaker":"Court","dataset":"file"}
    > {"type":"statement","entity":"f2","schema":"Family","prop":"person","value":"omar","stance":"asserts","speaker":"Police","dataset":"file"}
    > {"type":"statement","entity":"f2","schema":"Family","prop":"relative","value":"sara","stance":"suspects","speaker":"Police","dataset":"file"}
    > {"type":"statement","entity":"f2","schema":"Family","prop":"relationship","value":"daughter","stance":"asserts","speaker":"Police","dataset":"file"}
    > END
    $ redthread import t.case family.jsonl 2> /dev/null

# a_path_tells_each_step_and_who_says_it

    $ redthread path t.case "Ali Example" sara
    2 steps, support 0
      brother               Ali Example → Omar Example     Court (file) [1]
      daughter              suspected: Omar Example →      Police (file) [2]
                              Sara "S" Example             suspected by Police (file) [2]
    
    Sources
      [1]  Court, in file
           statement 00da81a173cf771f0fb7616f5e3cdb3f, cited 3 times
      [2]  Police, in file
           statement 9d5d3498b9f853934e88673ea3dda198, cited 3 times
    $ redthread path t.case ali "Ali Example"
    both are one in this case: Ali Example ali
    $ redthread path t.case ali nobody
    ! redthread: nobody is called "nobody", and nothing has this id
    [1]

# kin_that_follows_is_told_apart_from_kin_that_is_stated

    $ redthread network t.case ali
    Relations
      brother               Ali Example → Omar Example     Court (file) [1]
      daughter              suspected: Omar Example →      Police (file) [2]
                              Sara "S" Example             suspected by Police (file) [2]
    
    Kinship that follows
      niece                 Ali Example → Sara "S"         Court (file) [1]
                              Example                      Police (file) [2]
                            possibly: a sibling's child    suspected by Police (file) [2]
                              is a nephew or niece
    
    Who stands between others
                        joined with  between  near  group
      Omar Example      2            1.00     1.00  1      holds others together
      Ali Example       1            0.00     0.75  1
      Sara "S" Example  1            0.00     0.75  1
      Measured on what is recorded and shown here: a centre of the records, not of what was.
    
    Sources
      [1]  Court, in file
           statement 00da81a173cf771f0fb7616f5e3cdb3f, cited 3 times
      [2]  Police, in file
           statement 9d5d3498b9f853934e88673ea3dda198, cited 3 times

# graph_programs_read_the_same_network

    $ redthread network t.case ali --format dot
    digraph network {
      "ali" [ label="Ali Example" shape="ellipse" degree="1" betweenness="0" closeness="0.75" cut="false" community="1" ];
      "omar" [ label="Omar Example" shape="ellipse" degree="2" betweenness="1" closeness="1" cut="true" community="1" ];
      "sara" [ label="Sara \"S\" Example" shape="ellipse" degree="1" betweenness="0" closeness="0.75" cut="false" community="1" ];
      "ali" -> "omar" [ label="brother" tooltip="00da81a173cf771f0fb7616f5e3cdb3f, 48a86eae3783213458f773c28c55e08c, 884a8d86fe81caed43839fce2116541a" ];
      "omar" -> "sara" [ label="daughter" style="dotted" tooltip="9d5d3498b9f853934e88673ea3dda198, 7b0e39302215d8108d33c4bbe7dc718b, c1a5a760e4ab765db24ee88207b5941b" ];
      "ali" -> "sara" [ label="niece" style="dashed" tooltip="00da81a173cf771f0fb7616f5e3cdb3f, 48a86eae3783213458f773c28c55e08c, 884a8d86fe81caed43839fce2116541a, 9d5d3498b9f853934e88673ea3dda198, 7b0e39302215d8108d33c4bbe7dc718b, c1a5a760e4ab765db24ee88207b5941b" ];
    }
    $ redthread network t.case ali --format graphml
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="caption" for="node" attr.name="caption" attr.type="string"/>
      <key id="schema" for="node" attr.name="schema" attr.type="string"/>
      <key id="degree" for="node" attr.name="degree" attr.type="int"/>
      <key id="betweenness" for="node" attr.name="betweenness" attr.type="double"/>
      <key id="closeness" for="node" attr.name="closeness" attr.type="double"/>
      <key id="cut" for="node" attr.name="cut" attr.type="boolean"/>
      <key id="community" for="node" attr.name="community" attr.type="int"/>
      <key id="type" for="edge" attr.name="type" attr.type="string"/>
      <key id="what" for="edge" attr.name="what" attr.type="string"/>
      <key id="when" for="edge" attr.name="when" attr.type="string"/>
      <key id="stance" for="edge" attr.name="stance" attr.type="string"/>
      <key id="derived" for="edge" attr.name="derived" attr.type="string"/>
      <key id="statements" for="edge" attr.name="statements" attr.type="string"/>
      <graph id="network" edgedefault="directed">
        <node id="ali">
          <data key="caption">Ali Example</data>
          <data key="schema">Person</data>
          <data key="degree">1</data>
          <data key="betweenness">0</data>
          <data key="closeness">0.75</data>
          <data key="cut">false</data>
          <data key="community">1</data>
        </node>
        <node id="omar">
          <data key="caption">Omar Example</data>
          <data key="schema">Person</data>
          <data key="degree">2</data>
          <data key="betweenness">1</data>
          <data key="closeness">1</data>
          <data key="cut">true</data>
          <data key="community">1</data>
        </node>
        <node id="sara">
          <data key="caption">Sara &quot;S&quot; Example</data>
          <data key="schema">Person</data>
          <data key="degree">1</data>
          <data key="betweenness">0</data>
          <data key="closeness">0.75</data>
          <data key="cut">false</data>
          <data key="community">1</data>
        </node>
        <edge source="ali" target="omar">
          <data key="type">Family</data>
          <data key="what">brother</data>
          <data key="statements">00da81a173cf771f0fb7616f5e3cdb3f, 48a86eae3783213458f773c28c55e08c, 884a8d86fe81caed43839fce2116541a</data>
        </edge>
        <edge source="omar" target="sara">
          <data key="type">Family</data>
          <data key="what">daughter</data>
          <data key="stance">suspects</data>
          <data key="statements">9d5d3498b9f853934e88673ea3dda198, 7b0e39302215d8108d33c4bbe7dc718b, c1a5a760e4ab765db24ee88207b5941b</data>
        </edge>
        <edge source="ali" target="sara">
          <data key="type">Family</data>
          <data key="what">niece</data>
          <data key="derived">possible</data>
          <data key="statements">00da81a173cf771f0fb7616f5e3cdb3f, 48a86eae3783213458f773c28c55e08c, 884a8d86fe81caed43839fce2116541a, 9d5d3498b9f853934e88673ea3dda198, 7b0e39302215d8108d33c4bbe7dc718b, c1a5a760e4ab765db24ee88207b5941b</data>
        </edge>
      </graph>
    </graphml>
    $ redthread network t.case ali --format svg | grep -o '<title.*'
    <title id="picture-title">Network of Ali Example</title>
    $ redthread network t.case ali --format png
    ! redthread: --format takes svg, dot or graphml, not "png"
    [2]
    $ redthread network t.case ali --format dot --json
    ! redthread: --format and --json are two ways to print: give one
    [2]
    $ redthread network t.case ali --depth 0
    ! redthread: --depth takes a whole number from 1 to 6, not '0'
    [2]
